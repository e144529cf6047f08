from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "wegwijzer.web"
    label = "web"
