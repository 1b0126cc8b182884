namespace HomelabPortal.Api;

/// <summary>Marks an endpoint whose answer has an ETag, for the description.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TaggedAttribute : Attribute;
