using HomelabPortal.Ui.Forms;

namespace HomelabPortal.Tunnels.Pages;

/// <summary>The parts of a tunnel's page.</summary>
internal static class TunnelTabs
{
    public const string Rules = "rules";
    public const string Connectors = "connectors";
    public const string Names = "names";
    public const string History = "history";

    public static IReadOnlyList<Choice> Of(TunnelLine line) => line.Tunnel.IsRemotelyManaged
        ? [new(Rules, "Rules", line.Rules), new(Connectors, "Connectors", line.Tunnel.Connectors.Length), new(Names, "Names", line.Names.Count), new(History, "History")]
        : [new(Connectors, "Connectors", line.Tunnel.Connectors.Length), new(Names, "Names", line.Names.Count)];

    public static string Chosen(IReadOnlyList<Choice> tabs, string? tab) => tabs.FirstOrDefault(choice => choice.Value == tab)?.Value ?? tabs[0].Value;
}
