namespace Twente.Igw.Architecture.Tests;

public sealed class MapTests
{
    private static readonly string[] TestProjects =
    [
        "Testing", "Architecture.Tests", "Analysis.Tests", "Capabilities.Tests", "Isolation.Tests", "Web.Tests",
        "Benchmarks", "Runner", "Deployment.Tests",
    ];

    [Fact]
    public void The_whole_house_is_read()
    {
        Assert.NotEmpty(HouseMap.Rows);
        Assert.NotEmpty(House.ProductProjects);
        Assert.NotEmpty(House.Product);
        Assert.Contains(House.Code, file => file.IsUnder("tests"));
    }

    [Fact]
    public void A_project_references_only_what_the_map_allows() => Violations.None(
        $"The column 'may reference' of {HouseMap.Path} is the architecture; change it by a decision, not by a csproj.",
        from project in House.ProductProjects
        let row = HouseMap.Rows.SingleOrDefault(r => r.Project == project.Name)
        where row is not null
        from reference in project.References.Except(row.MayReference, StringComparer.Ordinal)
        select $"{project.Path}: {reference}");

    [Fact]
    public void Every_project_in_src_is_on_the_map() => Violations.None(
        $"A project without a row in {HouseMap.Path} has no place.",
        House.ProductProjects.Select(p => p.Name).Except(HouseMap.Rows.Select(r => r.Project), StringComparer.Ordinal)
            .Select(name => $"src/{name}"));

    [Fact]
    public void Everything_on_the_map_is_a_project_in_src() => Violations.None(
        $"{HouseMap.Path} describes what is there.",
        HouseMap.Rows.SelectMany(r => r.MayReference.Prepend(r.Project))
            .Except(House.ProductProjects.Select(p => p.Name), StringComparer.Ordinal)
            .Select(name => $"{HouseMap.Path}: {name}"));

    [Fact]
    public void The_map_has_no_circles() => Violations.None(
        "A project is listed after everything it may reference.",
        from at in Enumerable.Range(0, HouseMap.Rows.Count)
        let before = HouseMap.Rows.Take(at).Select(r => r.Project)
        from reference in HouseMap.Rows[at].MayReference.Except(before, StringComparer.Ordinal)
        select $"{HouseMap.Path}: {HouseMap.Rows[at].Project} → {reference}");

    [Fact]
    public void A_project_has_the_name_of_its_folder() => Violations.None(
        "A project lies in src/<name> or tests/<name>.",
        House.Projects.Where(p => p.Folder != $"src/{p.Name}" && p.Folder != $"tests/{p.Name}").Select(p => p.Path));

    [Fact]
    public void Every_project_is_in_the_solution() => Violations.None(
        $"A project outside {House.Solution} is not built.",
        House.Projects.Where(p => !SolutionEntries().Contains(p.Path)).Select(p => p.Path));

    [Fact]
    public void The_solution_names_only_projects_that_exist() => Violations.None(
        $"{House.Solution} names what is there.",
        SolutionEntries().Where(entry => !House.Has(entry)));

    [Fact]
    public void Every_project_has_its_lock_file_under_version_control() => Violations.None(
        "Restore writes packages.lock.json; commit it.",
        House.Projects.Select(p => $"{p.Folder}/packages.lock.json").Except(House.Tracked, StringComparer.Ordinal));

    [Fact]
    public void The_test_projects_are_those_of_the_house() => Violations.None(
        $"tests holds {string.Join(", ", TestProjects)}.",
        House.Projects.Where(p => !p.IsProduct && !TestProjects.Contains(p.Name)).Select(p => p.Path));

    [Fact]
    public void A_test_sits_at_the_path_of_what_it_tests() => Violations.None(
        "tests/Capabilities.Tests/<capability>/<folder> mirrors src/<capability>/<folder>; "
        + "tests/<project>.Tests/<folder> mirrors src/<project>/<folder>.",
        from file in House.Code
        where file.IsUnder("tests") && file.Path.EndsWith("Tests.cs", StringComparison.Ordinal)
        let mirrored = MirroredFolder(file.Path)
        where mirrored is not null && (mirrored == "src" || !House.Has(mirrored))
        select $"{file.Path}: there is no {mirrored} to test");

    /// <summary>Null where tests are about the whole and mirror nothing.</summary>
    private static string? MirroredFolder(string path)
    {
        var parts = path.Split('/');
        var inner = parts[2..^1];
        return parts[1] switch
        {
            // What somebody who adds and subtracts published figures gets back.
            "Capabilities.Tests" when inner is ["Attack"] => null,
            "Capabilities.Tests" => string.Join('/', inner.Prepend("src")),
            "Analysis.Tests" => string.Join('/', inner.Prepend("src/Analysis")),
            // What becomes of the whole program when it is killed or its database goes away.
            "Web.Tests" when inner is ["Faults"] => null,
            "Web.Tests" => string.Join('/', inner.Prepend("src/Web")),
            _ => null,
        };
    }

    private static string[] SolutionEntries() =>
    [
        .. House.Lines(House.Solution).SelectMany(line => line.Split('"'))
            .Where(field => field.EndsWith(".csproj", StringComparison.Ordinal))
            .Select(field => field.Replace('\\', '/')),
    ];
}
