using HomelabPortal.Ui;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddPortalUi();
var app = builder.Build();
app.MapPortalUi();
await app.RunAsync();
