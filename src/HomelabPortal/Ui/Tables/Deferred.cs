using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace HomelabPortal.Ui.Tables;

/// <summary>Draws its content after the siblings before it have initialised, so that a table knows its columns in its first render.</summary>
public sealed class Deferred : ComponentBase
{
    [Parameter, EditorRequired] public required RenderFragment ChildContent { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, ChildContent);
}
