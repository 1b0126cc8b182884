using System.Text.Json;
using HomelabPortal.Reconcile;
using HomelabPortal.Ui.Acts;

namespace HomelabPortal.Plans;

/// <summary>Plans as lines for the preview.</summary>
internal static class PlanText
{
    public static JsonSerializerOptions Indented { get; } = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static IReadOnlyList<PlanLine> Lines(this Plan plan) =>
    [
        .. plan.Changes.Select(change => change.ToLine()),
        .. plan.Refusals.Select(refusal => refusal.ToLine()),
        .. plan.Waiting.Select(waiting => waiting.ToLine()),
    ];
}
