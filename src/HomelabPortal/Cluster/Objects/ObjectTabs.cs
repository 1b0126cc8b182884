using System.Collections.Immutable;
using HomelabPortal.Ui.Forms;

namespace HomelabPortal.Cluster.Objects;

/// <summary>The parts of an object's page. A feature that adds a part adds it here for the kinds that have it.</summary>
internal static class ObjectTabs
{
    public static readonly Choice Overview = new("overview", "Overview");

    public static readonly Choice Logs = new("logs", "Logs") { Key = "l" };

    public static readonly Choice Metrics = new("metrics", "Metrics");

    public static readonly Choice Shell = new("shell", "Shell") { Key = "s" };

    public static readonly Choice Yaml = new("yaml", "YAML") { Key = "y" };

    public static ImmutableArray<Choice> OfPod { get; } = [Overview, Logs, Metrics, Shell, Yaml];

    public static ImmutableArray<Choice> OfWorkload { get; } = [Overview, Logs, Metrics, Yaml];

    public static ImmutableArray<Choice> OfNode { get; } = [Overview, Metrics, Yaml];

    public static ImmutableArray<Choice> OfNamespace { get; } = [Overview, Metrics, Yaml];

    /// <summary>Every other kind.</summary>
    public static ImmutableArray<Choice> OfObject { get; } = [Overview, Yaml];

    /// <summary>What the address asks for, or the first part when it asks for none that exists.</summary>
    public static string Chosen(IReadOnlyList<Choice> tabs, string? asked) => tabs.FirstOrDefault(tab => tab.Value == asked)?.Value ?? tabs[0].Value;
}
