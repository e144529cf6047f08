from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    name = "wegwijzer.casework"
    label = "casework"
