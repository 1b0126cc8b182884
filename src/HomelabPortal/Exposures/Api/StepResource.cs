using HomelabPortal.Reconcile;

namespace HomelabPortal.Exposures.Api;

/// <summary>One thing outside that the exposure needs, and how it stands.</summary>
/// <param name="Target">kubernetes, tunnel or dns.</param>
internal sealed record StepResource(string Target, string Kind, string Name, OwnerPhase Phase, string Text);
