"""The addresses of the shared library, of definitions and of recipes."""

from importlib.util import find_spec

from django.urls import include, path

from wegwijzer.web.views import (
    chances,
    inventory,
    library,
    library_item,
    library_upload,
    library_write,
)

urlpatterns = [
    path("bibliotheek/", library.library, name="library"),
    path("bibliotheek/fenomeenbeelden/", inventory.inventory, name="inventory"),
    path("bibliotheek/nieuw/", library_write.new, name="library-new"),
    path("bibliotheek/lijst/", library_upload.upload, name="library-upload"),
    path("bibliotheek/lijst/voorbeeld.csv", library_upload.template, name="library-list-template"),
    path("bibliotheek/lijst/<uuid:upload_id>/", library_upload.looked_at, name="library-list"),
    path(
        "bibliotheek/lijst/<uuid:upload_id>/weggooien/",
        library_upload.discard,
        name="library-list-discard",
    ),
    path("bibliotheek/<uuid:item_id>/", library_item.item, name="library-item"),
    path("bibliotheek/<uuid:item_id>/wijzigen/", library_write.edit, name="library-edit"),
    path("bibliotheek/<uuid:item_id>/publiceren/", library_item.publish, name="library-publish"),
    path("bibliotheek/<uuid:item_id>/vervangen/", library_item.supersede, name="library-supersede"),
    path("bibliotheek/<uuid:item_id>/weggooien/", library_item.discard, name="library-discard"),
    path(
        "bibliotheek/<uuid:item_id>/kans/<uuid:other_id>/", library_item.keep, name="library-keep"
    ),
    path("kansen/", chances.chances, name="chances"),
    path("kansen/<uuid:chance_id>/", chances.chance, name="chance"),
    *(
        path("", include(f"wegwijzer.web.{name}"))
        for name in ("urls_terms", "urls_recipes")
        if find_spec(f"wegwijzer.web.{name}")
    ),
]
