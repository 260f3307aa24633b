metadata description = 'One network: a subnet for the cluster, one for private endpoints, and the names that lead to them.'

param location string
param tags object
param name string

resource closed 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: '${name}-private'
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'cluster-only'
        properties: {
          priority: 100
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: '10.1.0.0/22'
          sourcePortRange: '*'
          destinationAddressPrefix: '10.1.4.0/24'
          destinationPortRanges: ['443', '1433', '11000-11999']
        }
      }
      {
        name: 'nobody-else'
        properties: {
          priority: 4000
          direction: 'Inbound'
          access: 'Deny'
          protocol: '*'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '*'
        }
      }
    ]
  }
}

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: ['10.1.0.0/16'] }
    subnets: [
      { name: 'cluster', properties: { addressPrefix: '10.1.0.0/22' } }
      {
        name: 'private'
        properties: {
          addressPrefix: '10.1.4.0/24'
          networkSecurityGroup: { id: closed.id }
          privateEndpointNetworkPolicies: 'Enabled'
        }
      }
    ]
  }

  resource clusterSubnet 'subnets' existing = { name: 'cluster' }
  resource privateSubnet 'subnets' existing = { name: 'private' }
}

var zoneNames = [
  'privatelink.blob.${environment().suffixes.storage}'
  'privatelink.queue.${environment().suffixes.storage}'
  'privatelink${environment().suffixes.sqlServerHostname}'
  'privatelink.vaultcore.azure.net'
]

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for zone in zoneNames: { name: zone, location: 'global', tags: tags }
]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (zone, at) in zoneNames: {
    parent: zones[at]
    name: name
    location: 'global'
    tags: tags
    properties: { registrationEnabled: false, virtualNetwork: { id: network.id } }
  }
]

output name string = network.name
output clusterSubnet string = network::clusterSubnet.id
output privateSubnet string = network::privateSubnet.id
output zones { blob: string, queue: string, sql: string, vault: string } = {
  blob: zones[0].id
  queue: zones[1].id
  sql: zones[2].id
  vault: zones[3].id
}
