using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Access;

namespace Twente.Igw.Web.Hosting;

/// <summary>For whom a request is answered: how exactly she sees, and under which name it goes on the record.</summary>
internal sealed class ReadViewer(ICurrentTenant current, IHttpContextAccessor http)
{
    public Viewer Viewer => new(
        Municipality, Visitor.May(Permission.ReadExactFigures) ? Ring.Exact : Ring.Classes, Actor.Name)
    {
        SeesSensitive = Visitor.May(Permission.ReadSensitiveFigures),
    };

    public Actor Actor => new(Visitor.Pseudonym, Visitor.Origin);

    /// <summary>Who asks for a change, or decides about one.</summary>
    public Person Person => new(Visitor.User, string.Join(", ", Visitor.Roles), Actor);

    public AreaCode Municipality => AreaCode.Parse(current.Tenant.Id.Code);

    public bool May(Permission permission) => Visitor.May(permission);

    private Visitor Visitor => http.HttpContext?.Features.Get<Visitor>()
        ?? throw new InvalidOperationException("Nobody is signed in: this endpoint is marked as anybody's.");
}
