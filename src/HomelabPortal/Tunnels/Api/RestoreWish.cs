namespace HomelabPortal.Tunnels.Api;

/// <param name="BasedOn">The version that you saw as the newest; upon another nothing is written.</param>
internal sealed record RestoreWish(int? BasedOn = null);
