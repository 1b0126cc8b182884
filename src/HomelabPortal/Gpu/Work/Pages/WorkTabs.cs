using System.Collections.Immutable;
using HomelabPortal.Ui.Forms;

namespace HomelabPortal.Gpu.Work.Pages;

/// <summary>The parts of a container's page.</summary>
internal static class WorkTabs
{
    public static readonly Choice Overview = new("overview", "Overview");

    public static readonly Choice Logs = new("logs", "Logs") { Key = "l" };

    public static readonly Choice Stats = new("stats", "Stats");

    public static readonly Choice Events = new("events", "Events");

    public static readonly Choice Shell = new("shell", "Shell") { Key = "s" };

    public static readonly Choice Inspect = new("inspect", "Inspect") { Key = "y" };

    public static ImmutableArray<Choice> All { get; } = [Overview, Logs, Stats, Shell, Events, Inspect];

    /// <summary>What the address asks for, or the first part.</summary>
    public static string Chosen(string? asked) => All.FirstOrDefault(tab => tab.Value == asked)?.Value ?? Overview.Value;
}
