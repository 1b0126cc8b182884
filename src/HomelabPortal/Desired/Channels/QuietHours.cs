namespace HomelabPortal.Desired.Channels;

/// <summary>A part of every day in which messages wait. One that ends before it begins goes over midnight.</summary>
/// <param name="To">The first moment that is outside again.</param>
/// <param name="TimeZone">The zone of the clock, for example Europe/Berlin.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly To, string TimeZone);
