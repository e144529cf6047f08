from django.urls import path

from wegwijzer.web.views import adviser

urlpatterns = [
    path("mag-ik-dit-delen/", adviser.questions, name="adviser"),
    path("mag-ik-dit-delen/<slug:slug>/", adviser.question, name="adviser-question"),
]
