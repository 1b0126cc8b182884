namespace HomelabPortal.Checks.Api;

/// <summary>A part of every day in which messages wait. One that ends before it begins goes over midnight.</summary>
/// <param name="TimeZone">The zone of the clock, for example Europe/Berlin; UTC when it is left out.</param>
internal sealed record QuietResource(TimeOnly? From = null, TimeOnly? To = null, string? TimeZone = null);
