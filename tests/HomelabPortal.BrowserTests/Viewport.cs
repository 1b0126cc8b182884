namespace HomelabPortal.BrowserTests;

/// <summary>The two sizes every page is made for.</summary>
public enum Viewport
{
    Desktop,
    Phone,
}
