from allauth.account import views as account
from django.urls import include, path

from wegwijzer.web.views.accounts import change_password, own_account, second_step

# Only what people here need: no sign-up, no e-mail management, no password by mail.
urlpatterns = [
    path("", own_account, name="account_security"),
    path("aanmelden/", account.login, name="account_login"),
    path("afmelden/", account.logout, name="account_logout"),
    path("bevestigen/", account.reauthenticate, name="account_reauthenticate"),
    path("wachtwoord/", change_password, name="account_change_password"),
    path("beveiliging/authenticate/", second_step, name="mfa_authenticate"),
    path("beveiliging/", include("allauth.mfa.urls")),
]
