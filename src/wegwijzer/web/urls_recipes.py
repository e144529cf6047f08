"""The addresses of the recipes."""

from django.urls import path

from wegwijzer.web.views import recipes

urlpatterns = [
    path("recepten/", recipes.recipes, name="recipes"),
    path("recepten/nieuw/", recipes.new, name="recipe-new"),
    path("recepten/<uuid:item_id>/", recipes.recipe, name="recipe"),
    path("recepten/<uuid:item_id>/schrijven/", recipes.write, name="recipe-write"),
    path("recepten/<uuid:item_id>/overnemen/", recipes.adopt, name="recipe-adopt"),
    path("recepten/<uuid:item_id>/melden/", recipes.report, name="recipe-report"),
]
