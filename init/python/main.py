from cdk8s import App

from network import Network
from policies import ShopPolicies

app = App()
Network(app, "network")
ShopPolicies(app, "shop")
app.synth()
