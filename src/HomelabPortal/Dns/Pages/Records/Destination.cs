namespace HomelabPortal.Dns.Pages.Records;

/// <summary>What a record leads to, as the lab knows it.</summary>
/// <param name="Text">"Traefik", "tunnel homelab", "alias of nas.cowlab.org"; empty for records that lead nowhere, such as texts.</param>
/// <param name="Icon">Its picture.</param>
/// <param name="Href">Its page, where it has one.</param>
/// <param name="IsDangling">It leads to a tunnel that is not there: whoever makes one of that id gets the visitors.</param>
public sealed record Destination(string Text, string Icon, string? Href = null, bool IsDangling = false)
{
    public static Destination None { get; } = new("", "info");
}
