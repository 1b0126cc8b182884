namespace HomelabPortal.Ui.Shell;

/// <summary>One line of the palette that is always there.</summary>
/// <param name="Kind">What it is, in a word: "Act", "Settings".</param>
internal sealed record PaletteEntry(string Title, string Href, string Icon, string Kind);
