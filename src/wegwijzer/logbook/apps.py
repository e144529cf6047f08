from django.apps import AppConfig


class LogbookConfig(AppConfig):
    name = "wegwijzer.logbook"
    label = "logbook"
