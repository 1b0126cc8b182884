using HomelabPortal.Ui.Acts;

namespace HomelabPortal.Cluster.Acts.Api;

/// <summary>One step of an act in the background.</summary>
/// <param name="Detail">How it stands: "2 of 3 new pods available".</param>
internal sealed record JobStepResource(string Text, StepPhase Phase, string? Detail);
