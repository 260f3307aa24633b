metadata description = '''
The cluster in which the chart runs. Nothing of it is needed that another conformant cluster has not: it issues tokens
for its workloads, holds policies of its network, and keeps no local account.
'''

param location string
param tags object
param name string
param nodes { least: int, most: int, size: string }
param operators string
param operatorNetworks string[]
param network string
param subnet string
param logs string
param isProduction bool

resource cluster 'Microsoft.ContainerService/managedClusters@2025-05-01' = {
  name: name
  location: location
  tags: tags
  identity: { type: 'SystemAssigned' }
  sku: { name: 'Base', tier: isProduction ? 'Standard' : 'Free' }
  properties: {
    dnsPrefix: name
    disableLocalAccounts: true
    enableRBAC: true
    aadProfile: { managed: true, enableAzureRBAC: true, adminGroupObjectIDs: [operators] }
    apiServerAccessProfile: { authorizedIPRanges: operatorNetworks }
    oidcIssuerProfile: { enabled: true }
    securityProfile: {
      workloadIdentity: { enabled: true }
      imageCleaner: { enabled: true, intervalHours: 168 }
      defender: { securityMonitoring: { enabled: true }, logAnalyticsWorkspaceResourceId: logs }
    }
    autoUpgradeProfile: { upgradeChannel: 'stable', nodeOSUpgradeChannel: 'NodeImage' }
    networkProfile: {
      networkPlugin: 'azure'
      networkPluginMode: 'overlay'
      networkPolicy: 'cilium'
      networkDataplane: 'cilium'
      loadBalancerSku: 'standard'
      outboundType: 'loadBalancer'
      podCidr: '10.244.0.0/16'
      serviceCidr: '10.2.0.0/16'
      dnsServiceIP: '10.2.0.10'
    }
    ingressProfile: { webAppRouting: { enabled: true } }
    storageProfile: { fileCSIDriver: { enabled: true }, diskCSIDriver: { enabled: true } }
    agentPoolProfiles: [
      {
        name: 'nodes'
        mode: 'System'
        type: 'VirtualMachineScaleSets'
        osType: 'Linux'
        osSKU: 'AzureLinux'
        vmSize: nodes.size
        enableAutoScaling: true
        count: nodes.least
        minCount: nodes.least
        maxCount: nodes.most
        availabilityZones: isProduction ? ['1', '2', '3'] : []
        vnetSubnetID: subnet
        enableEncryptionAtHost: true
        upgradeSettings: { maxSurge: '33%' }
      }
    ]
  }
}

resource own 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {
  name: network

  resource nodesSubnet 'subnets' existing = { name: 'cluster' }
}

// The cluster puts its nodes and its entrance there.
resource joins 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(subnet, name, 'network')
  scope: own::nodesSubnet
  properties: {
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      '4d97b98b-1d4f-4787-a291-c67834d212e7'
    )
    principalId: cluster.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: cluster
  properties: {
    workspaceId: logs
    logs: [{ category: 'kube-audit-admin', enabled: true }, { category: 'guard', enabled: true }]
  }
}

output issuer string = cluster.properties.oidcIssuerProfile.issuerURL
