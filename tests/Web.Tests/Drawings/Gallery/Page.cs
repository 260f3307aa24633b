using Twente.Igw.Web.Drawings;

namespace Twente.Igw.Web.Tests.Drawings.Gallery;

/// <summary>The shell of a page.</summary>
internal static class Page
{
    private static readonly string[] Sheets =
        ["tokens", "base", "layout", "components", "tables", "figures", "linked", "beside", "comparing", "print"];

    private static readonly string[] Pages =
        ["Deze week", "Overzicht", "Buurten", "Wanneer", "Omstandigheden", "Leveringen", "Definities"];

    public static string Of(string title, Html main) => Html.Of(
        $"""
        <!doctype html>
        <html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{title} – Enschede – Twente IGW</title>
        {Sheets.Select(sheet => Html.Of($"""<link rel="stylesheet" href="/css/{sheet}.css">"""))}</head>
        <body><a class="skip-link" href="#inhoud">Naar de inhoud</a>
        <header class="page-header"><div class="page-header-bar">
        <a class="page-header-tenant" href="/">Gemeente Enschede</a><span class="page-header-product">Twente IGW</span>
        <span class="page-header-user">M. de Vries, analist · <a href="/uit">Afmelden</a></span></div>
        <nav class="page-nav" aria-label="Hoofdmenu"><ul>{Pages.Select(page => Link(page, title))}</ul></nav></header>
        <main class="page-main" id="inhoud">{main}</main>
        <footer class="page-footer"><div><p>Bron van grenzen en inwoners: CBS/Kadaster, CC BY 4.0</p>
        <p>Tekens: <b>.</b> niet bekend of te weinig · <b>x</b> afgeschermd · <b>*</b> voorlopig</p>
        <p><a href="/definities">Definities</a></p></div></footer>
        </body></html>
        """).ToString();

    private static Html Link(string page, string current) => page == current
        ? Html.Of($"""<li><a href="/{page}" aria-current="page">{page}</a></li>""")
        : Html.Of($"""<li><a href="/{page}">{page}</a></li>""");
}
