"""The address of the check of the house style."""

from django.urls import path

from wegwijzer.web.views import style_check

urlpatterns = [path("huisstijl/toets/", style_check.style_check, name="style-check")]
