"""The addresses of the house style: its pages, its files, and the check."""

from django.urls import path

from wegwijzer.web.views import style, style_check, style_files, style_parts

urlpatterns = [
    path("huisstijl/", style.style, name="style"),
    path("huisstijl/onderdelen/", style_parts.parts, name="style-parts"),
    path("huisstijl/toets/", style_check.style_check, name="style-check"),
    path(
        "huisstijl/merk/<str:code>/<str:form>-<str:tone>.<str:kind>",
        style_files.mark,
        name="style-mark",
    ),
    path(
        "huisstijl/sjabloon/<str:code>/<str:name>.<str:kind>",
        style_files.template,
        name="style-template",
    ),
    path(
        "huisstijl/beeld/<str:code>/<str:name>/<int:page>.png",
        style_files.picture,
        name="style-picture",
    ),
]
