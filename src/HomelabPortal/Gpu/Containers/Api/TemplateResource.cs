using HomelabPortal.Gpu.Containers.Editing;
using HomelabPortal.Gpu.Containers.Templates;

namespace HomelabPortal.Gpu.Containers.Api;

/// <summary>A container that people often want.</summary>
/// <param name="Note">What to know or to prepare before.</param>
/// <param name="Container">The body of a request that makes it, but for the host, the addresses of its ports, and the host's address where HOST-ADDRESS stands for it.</param>
internal sealed record TemplateResource(string Id, string Title, string Summary, string? Note, ContainerWish Container)
{
    public static TemplateResource Of(ContainerTemplate template) => new(template.Id, template.Title, template.Summary, template.Note, template.Container);
}
