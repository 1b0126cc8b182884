namespace HomelabPortal.Gpu.Containers.Api;

/// <summary>The templates that come with the portal.</summary>
internal sealed record TemplateList(IReadOnlyList<TemplateResource> Items);
