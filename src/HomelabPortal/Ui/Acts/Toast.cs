using HomelabPortal.Ui.State;

namespace HomelabPortal.Ui.Acts;

/// <summary>The outcome of one act.</summary>
/// <param name="State">Healthy when done, Broken when it failed, Progressing while it still runs elsewhere.</param>
/// <param name="Text">What happened, to what.</param>
/// <param name="Href">The record of it.</param>
/// <param name="LinkText">Names that record: "See the plan".</param>
public sealed record Toast(HealthState State, string Text, string? Href = null, string LinkText = "Show");
