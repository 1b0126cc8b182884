namespace HomelabPortal.Apps;

/// <summary>A tile that is written down instead of discovered.</summary>
internal sealed class LinkOptions
{
    public string Name { get; set; } = "";

    public string Href { get; set; } = "";

    public string Group { get; set; } = "Links";

    public string Icon { get; set; } = "";

    public string Description { get; set; } = "";

    public int Weight { get; set; }
}
