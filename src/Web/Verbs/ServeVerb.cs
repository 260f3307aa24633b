using System.CommandLine;
using System.Net;
using Microsoft.Extensions.Options;
using Twente.Igw.Databases;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Hosting;

namespace Twente.Igw.Web.Verbs;

/// <summary><c>igw serve</c>: answers on an address, and does the work too unless told otherwise.</summary>
internal static class ServeVerb
{
    public static Command Command()
    {
        var platform = new PlatformOptions();
        var urls = new Option<string>("--urls")
        {
            Description = "Adres om op te luisteren; buiten deze machine alleen https of achter een bekende proxy",
            DefaultValueFactory = _ => "http://localhost:5080",
        };
        var noWork = new Option<bool>(
            "--no-work")
        { Description = "Alleen antwoorden; een ander proces doet het werk" };
        var command = platform.AddTo(new Command("serve", "Start de website") { urls, noWork });
        command.SetAction((parsed, cancel) => Verb.Told(
            () => Run(platform.Read(parsed), parsed.GetValue(urls)!, !parsed.GetValue(noWork), cancel)));
        return command;
    }

    internal static async Task<int> Run(
        PlatformSettings settings, string urls, bool work, CancellationToken cancel)
    {
        // Pages and styles lie beside the program, wherever it is started from.
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseStaticWebAssets();
        builder.AddPlatform(settings);
        builder.AddSite();
        builder.WebHost.UseUrls(urls.Split(';')).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        if (work)
            builder.AddWork();
        await using var app = builder.Build();
        if (urls.Split(';').FirstOrDefault(url => !MayListen(url, app.Services)) is { } open)
        {
            await Console.Error.WriteLineAsync(
                $"Het adres {open} is geweigerd: buiten deze machine luistert de site alleen over https, of achter een "
                + "proxy die TLS verzorgt en in Igw:Web:Proxies staat.");
            return ExitCode.Failure;
        }
        app.MapPlatform();
        await app.Services.GetRequiredService<RequireSchema>().Execute(cancel);
        await app.Services.GetRequiredService<RequireSecrets>().Execute(cancel);
        // On this machine the sites are reached where they listen; elsewhere a proxy stands before them.
        app.Services.GetRequiredService<SiteAddresses>().ListensOn(BindingAddress.Parse(urls.Split(';')[0]).Port);
        await app.Services.GetRequiredService<KeyRing>().Load(cancel);
        var tenants = await app.Services.GetRequiredService<ITenantCatalogue>().List(cancel);
        await app.Services.GetRequiredService<RegisterClients>().Execute(tenants, cancel);
        await app.StartAsync(cancel);
        var place = urls.Split(';').All(IsLoopback) ? ", alleen op deze machine" : "";
        await Console.Error.WriteLineAsync($"Luistert op {urls}{place}; stop met Ctrl+C.");
        await app.WaitForShutdownAsync(cancel);
        return ExitCode.Done;
    }

    /// <summary>Passwords and cookies never cross a network in the open.</summary>
    private static bool MayListen(string url, IServiceProvider services) => IsLoopback(url)
        || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || services.GetRequiredService<IOptions<ProxyOptions>>().Value.Proxies.Count > 0;

    private static bool IsLoopback(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));
}
