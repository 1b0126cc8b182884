using HomelabPortal.Desired;

namespace HomelabPortal.Activity.Api;

/// <summary>How far the portal shall go by itself.</summary>
internal sealed record PolicyWish(ChangePolicy? Policy = null);
