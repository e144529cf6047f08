from django.apps import AppConfig


class ExplorationConfig(AppConfig):
    name = "wegwijzer.exploration"
    label = "exploration"
