namespace HomelabPortal.Api;

/// <summary>Marks an endpoint that wants If-Match, for the description.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class IfMatchAttribute : Attribute;
