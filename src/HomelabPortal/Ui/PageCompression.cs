using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace HomelabPortal.Ui;

/// <summary>
/// Pages are mostly rows of a table and shrink to a tenth.
/// Only pages of somebody who is signed in: what they hold and must stay secret (form tokens, component state) is encrypted anew for each answer,
/// so its length tells an eavesdropper nothing. A setup or invitation page holds a lasting secret and is sent as it is.
/// </summary>
internal static class PageCompression
{
    public static IServiceCollection AddPageCompression(this IServiceCollection services) => services
        .Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest)
        .Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest)
        .AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/html"];
        });

    public static void UsePageCompression(this WebApplication app) =>
        app.UseWhen(context => context.User.Identity?.IsAuthenticated == true, signedIn => signedIn.UseResponseCompression());
}
