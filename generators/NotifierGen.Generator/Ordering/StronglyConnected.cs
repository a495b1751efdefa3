namespace NotifierGen.Generator.Ordering;

/// <summary>Tarjan's algorithm without recursion: a chain of edges may be as long as the table.</summary>
internal static class StronglyConnected
{
    /// <summary>The groups of at least two nodes that all reach each other.</summary>
    public static List<List<int>> Components(RowGraph graph)
    {
        int[] number = new int[graph.NodeCount];
        int[] lowest = new int[graph.NodeCount];
        bool[] isOpen = new bool[graph.NodeCount];
        var open = new Stack<int>();
        var path = new Stack<(int Node, int Next)>();
        var components = new List<List<int>>();
        int visited = 0;

        for (int root = 0; root < graph.NodeCount; root++)
        {
            if (number[root] != 0)
            {
                continue;
            }

            path.Push((root, 0));
            while (path.Count > 0)
            {
                (int node, int next) = path.Pop();
                if (next == 0)
                {
                    number[node] = lowest[node] = ++visited;
                    isOpen[node] = true;
                    open.Push(node);
                }
                else
                {
                    int child = graph.Successors(node)[next - 1];
                    lowest[node] = Math.Min(lowest[node], lowest[child]);
                }

                next = SkipVisited(graph, node, next, number, lowest, isOpen);
                if (next < graph.Successors(node).Count)
                {
                    path.Push((node, next + 1));
                    path.Push((graph.Successors(node)[next], 0));
                }
                else if (lowest[node] == number[node])
                {
                    Close(node, open, isOpen, components);
                }
            }
        }

        return components;
    }

    private static int SkipVisited(RowGraph graph, int node, int next, int[] number, int[] lowest, bool[] isOpen)
    {
        IReadOnlyList<int> successors = graph.Successors(node);
        while (next < successors.Count && number[successors[next]] != 0)
        {
            if (isOpen[successors[next]])
            {
                lowest[node] = Math.Min(lowest[node], number[successors[next]]);
            }

            next++;
        }

        return next;
    }

    private static void Close(int root, Stack<int> open, bool[] isOpen, List<List<int>> components)
    {
        var component = new List<int>();
        int node;
        do
        {
            node = open.Pop();
            isOpen[node] = false;
            component.Add(node);
        }
        while (node != root);

        if (component.Count > 1)
        {
            components.Add(component);
        }
    }
}
