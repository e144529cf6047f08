from django.apps import AppConfig


class AcademyConfig(AppConfig):
    name = "wegwijzer.academy"
    label = "academy"
