using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Gpu.Containers.Templates;

namespace HomelabPortal.Gpu.Containers.Api;

internal static class TemplateApi
{
    public static void MapTemplateApi(this RouteGroupBuilder api) =>
        api.MapGet("/container-templates", () => ApiAnswer.Of(new TemplateList([.. ContainerTemplates.All.Select(TemplateResource.Of)])))
            .RequireAct(Act.SeeLab).Produces<TemplateList>().WithTags("Containers").WithSummary("Containers that people often want; give host and addresses, and send one to /containers");
}
