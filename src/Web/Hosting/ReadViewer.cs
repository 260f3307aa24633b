using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Hosting;

/// <summary>
/// For whom a request is answered. The one place that sign-in will fill; until then the site listens on this machine
/// only, and whoever sits at it has the data folder too.
/// </summary>
internal sealed class ReadViewer(ICurrentTenant current)
{
    public Viewer Viewer => new(Municipality, Ring.Exact, Actor.Name);

    public Actor Actor { get; } = new("analist", "website");

    public AreaCode Municipality => AreaCode.Parse(current.Tenant.Id.Code);
}
