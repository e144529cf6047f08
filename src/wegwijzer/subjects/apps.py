from django.apps import AppConfig


class SubjectsConfig(AppConfig):
    name = "wegwijzer.subjects"
    label = "subjects"
