namespace HomelabPortal.Api.Plans;

/// <summary>A write that is not made until somebody decides.</summary>
internal sealed record HeldResource(ChangeResource Change, string Why);
