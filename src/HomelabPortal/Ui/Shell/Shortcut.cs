namespace HomelabPortal.Ui.Shell;

/// <summary>One key that does something; people may choose another for it.</summary>
/// <param name="Does">What js/shortcuts.js does: "help", "filter", "next", "previous", "prefix", "press", or "go" for a place.</param>
/// <param name="Key">The key it has until somebody chooses another. It also names the shortcut.</param>
internal sealed record Shortcut(string Does, char Key, string Words)
{
    /// <summary>Keys after <c>g</c> and keys alone do not stand in each other's way.</summary>
    public string Id => $"{(Does == "go" ? "go" : "do")}:{Key}";
}
