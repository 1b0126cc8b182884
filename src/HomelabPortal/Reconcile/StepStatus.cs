namespace HomelabPortal.Reconcile;

/// <summary>One thing outside that an exposure needs, and how it stands.</summary>
public sealed record StepStatus(ResourceKey Key, ChangeStage Stage, OwnerPhase Phase, string Text);
