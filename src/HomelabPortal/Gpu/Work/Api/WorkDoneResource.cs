namespace HomelabPortal.Gpu.Work.Api;

/// <summary>What came of an act on a container.</summary>
/// <param name="WasAlready">True when it was so before, and nothing was done.</param>
internal sealed record WorkDoneResource(bool WasAlready, string Said);
