using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace HomelabPortal.Cluster.Objects.Yaml;

/// <summary>One line of YAML: its number and its coloured pieces, drawn anew only when they change.</summary>
public sealed class YamlRow : ComponentBase
{
    private bool _draw = true;

    [Parameter, EditorRequired] public required YamlLine Line { get; set; }

    /// <summary>Counted from 0.</summary>
    [Parameter, EditorRequired] public required int Number { get; set; }

    /// <summary>Columns at which something was found, in order.</summary>
    [Parameter] public IReadOnlyList<int> Found { get; set; } = [];

    /// <summary>How long what was found is.</summary>
    [Parameter] public int Length { get; set; }

    /// <summary>The column of what is looked at; null when it is on another line.</summary>
    [Parameter] public int? Chosen { get; set; }

    public override Task SetParametersAsync(ParameterView parameters)
    {
        var before = (Line, Number, Found, Length, Chosen);
        parameters.SetParameterProperties(this);
        _draw = !ReferenceEquals(before.Line, Line) || before.Number != Number || before.Chosen != Chosen
            || (Found.Count + before.Found.Count > 0 && (before.Length != Length || !before.Found.SequenceEqual(Found)));
        return base.SetParametersAsync(ParameterView.Empty);
    }

    protected override bool ShouldRender() => _draw;

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "div");
        builder.AddAttribute(1, "class", "line");
        builder.AddAttribute(2, "data-line", Number);
        builder.AddAttribute(3, "style", $"--in:{Line.Indent}");
        builder.OpenElement(4, "i");
        builder.AddAttribute(5, "aria-hidden", "true");
        builder.AddContent(6, Number + 1);
        builder.CloseElement();
        builder.OpenElement(7, "code");
        builder.AddContent(8, new string(' ', Line.Indent));
        foreach (var piece in YamlPieces.Of(Line, Found, Length, Chosen))
        {
            builder.OpenElement(9, piece.IsFound ? "mark" : "span");
            builder.AddAttribute(10, "class", piece.IsChosen ? $"{Css(piece.Kind)} chosen" : Css(piece.Kind));
            builder.AddContent(11, piece.Text);
            builder.CloseElement();
        }

        builder.CloseElement();
        builder.CloseElement();
    }

    private static string Css(YamlTokenKind kind) => kind switch
    {
        YamlTokenKind.Key => "key",
        YamlTokenKind.Number => "number",
        YamlTokenKind.Word => "word",
        YamlTokenKind.Hidden => "hidden-value",
        YamlTokenKind.Mark => "sign",
        _ => "text",
    };
}
