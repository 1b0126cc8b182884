namespace HomelabPortal.BrowserTests;

/// <summary>The tests that share one browser and one portal and change neither the lab nor the desired state.</summary>
[CollectionDefinition(Name)]
public sealed class PortalCollection : ICollectionFixture<PortalBrowser>
{
    public const string Name = "Portal";
}
