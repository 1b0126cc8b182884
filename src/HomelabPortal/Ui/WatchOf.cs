using HomelabPortal.Platform;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace HomelabPortal.Ui;

/// <summary>As <see cref="Watch{T}"/>, of a source that is handed in instead of the one of the whole portal. Give it the source as its key.</summary>
public sealed class WatchOf<T> : ComponentBase, IDisposable
    where T : class
{
    private readonly CancellationTokenSource _closed = new();
    private LiveValue<T>? _shown;

    [Parameter, EditorRequired] public required Live<T> Source { get; set; }

    [Parameter, EditorRequired] public required RenderFragment<LiveValue<T>> ChildContent { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        _shown = Source.Current;
        builder.AddContent(0, ChildContent, _shown);
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            _ = FollowAsync(Source, _closed.Token);
    }

    public void Dispose()
    {
        _closed.Cancel();
        _closed.Dispose();
    }

    private async Task FollowAsync(Live<T> source, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var value in source.WatchAsync(cancellationToken))
            {
                if (!ReferenceEquals(value, _shown))
                    await InvokeAsync(StateHasChanged);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The page was left.
        }
        catch (Exception fault)
        {
            await DispatchExceptionAsync(fault);
        }
    }
}
